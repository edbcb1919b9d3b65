import type { SheetModel } from "../../src/documents";
import { drawPdf } from "../../src/pdf";
import { fonts } from "./fonts";

/** Draws sheets as one PDF. */
export function drawn(models: SheetModel | readonly SheetModel[], title = "Un état"): Promise<Uint8Array> {
  const when = "2014-11-25 14:03:59";
  return drawPdf({ models: [models].flat(), title, author: "Ville & CAGB", producer: "Ordiclasse", when, fonts });
}
