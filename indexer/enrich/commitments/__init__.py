"""Which promises does a paper make, and what is known of each?"""
