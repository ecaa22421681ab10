"""WeChat, as a service account (公众号)."""
