"""What is it about? A Document gains topics and one name for what had many."""
