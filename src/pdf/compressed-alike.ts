import { zlibSync } from "fflate";
import PDFDocument from "pdfkit";
import { joinBytes } from "../cells";

/** What of a reference the library compresses as it ends. */
interface Stream {
  compress: boolean;
  buffer: readonly Uint8Array[];
  finalize(): void;
}

/**
 * A document whose streams are compressed by the same code wherever it is drawn: the library asks Node for it where there is one, and two
 * of them compress to different bytes.
 */
export class CompressedAlike extends PDFDocument {
  override ref(data: object): PDFKit.PDFKitReference {
    const reference = super.ref(data);
    const stream = reference as unknown as Stream;
    const end = stream.finalize.bind(stream);
    stream.finalize = () => {
      if (stream.compress && stream.buffer.length > 0) {
        stream.buffer = [zlibSync(joinBytes(stream.buffer))];
        stream.compress = false;
      }
      end();
    };
    return reference;
  }
}
