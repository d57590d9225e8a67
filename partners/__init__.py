"""Answer questions from the knowledge file: plain Python, without Rasa."""
