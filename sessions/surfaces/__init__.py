"""From views to HTML fragments, the same for first load, reload, reconnection and push. Knows templates, not requests nor sockets."""
