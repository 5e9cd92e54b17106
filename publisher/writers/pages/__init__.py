"""The pages that both PDFs are drawn from: their document, their style, and the engine that lays them out."""
