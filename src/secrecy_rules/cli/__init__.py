"""The command ``secrecy-rules``: one module per command, nothing imported before it is needed."""
