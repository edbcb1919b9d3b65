import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { PdfFonts } from "../../src/pdf";

const read = (name: string): Uint8Array =>
  readFileSync(join(__dirname, "../../node_modules/@expo-google-fonts/carlito", `${name}.ttf`));

export const fonts: PdfFonts = {
  regular: read("400Regular/Carlito_400Regular"),
  bold: read("700Bold/Carlito_700Bold"),
  italic: read("400Regular_Italic/Carlito_400Regular_Italic"),
  boldItalic: read("700Bold_Italic/Carlito_700Bold_Italic"),
};
