"""Which filters does a plain sentence ask for? "what did cabinet say about care leavers since 2022" asks for three."""
