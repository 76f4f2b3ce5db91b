"""Values in; figures out, each drawn as accessible SVG beside a table that says the same."""
