"""The pack on paper: A4 pages to read, slides with notes for a talk, forms for a reviewer."""
