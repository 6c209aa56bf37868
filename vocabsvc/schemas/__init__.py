"""The JSON of requests and answers, field by field, built from the model."""
