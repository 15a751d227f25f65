"""What stands on screen beside titles and captions: points, figures, charts, quotes, products, pictures, screens."""
