"""Everything written on the picture: titles, name straps, captions, logo and closing card, as layers."""
