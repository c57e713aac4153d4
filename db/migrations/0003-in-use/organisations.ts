/** The accent of an own organisation's documents, six hexadecimal digits; null: that of the program. */
export const documentColour = `
ALTER TABLE organisations ADD COLUMN document_colour TEXT CHECK (length(document_colour) = 6 AND document_colour NOT GLOB '*[^0-9A-F]*');
`;
