"""Properties: of the engine on generated rulebooks, and of the law on every shipped one. See docs/properties.md."""
