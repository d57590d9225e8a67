"""What the Slack channel is made of.  Only extensions/channels knows Rasa."""
