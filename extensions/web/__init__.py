"""What the web channel is made of.  Only extensions/channels knows Rasa."""
