"""Matters Arising: how does a folder of council papers become quotations that say where they stand?"""
