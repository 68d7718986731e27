"""What the journal looks like: records in, Rich renderables or plain lines out; no disk, no argv."""
