"""How does a terminal show how good the product is? One module for each thing that is judged."""
