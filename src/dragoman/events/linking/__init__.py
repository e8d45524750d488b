"""How surely two claims tell one happening: signs, their weights, what people decided."""
