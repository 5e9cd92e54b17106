"""RTF, read by ourselves: pandoc garbles its code pages, loses its notes, and moves its lists."""
