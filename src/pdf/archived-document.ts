import { zlibSync } from "fflate";
import PDFDocument from "pdfkit";
import project from "../../package.json";
import { joinBytes } from "../cells";
import { conformance, escapedForXml } from "./conformance";
import { srgbProfile } from "./srgb-profile";

/** The metadata of a document, and the title that a reader shows in place of the file name. */
interface ArchivedOptions {
  readonly title: string;
  readonly author: string;
  readonly producer: string;
  readonly created: Date;
}

/** The program and its version, in the metadata. */
const program = `Ordiclasse pour Excel ${project.version}`;

/** The part of a stream on which the library's compression depends. */
interface Stream {
  compress: boolean;
  buffer: readonly Uint8Array[];
  finalize(): void;
}

/** A document accessible to screen readers (PDF/UA-1) and fit for archives (PDF/A-2a): the same bytes wherever it is drawn. */
export class ArchivedDocument extends PDFDocument {
  constructor({ title, author, producer, created }: ArchivedOptions) {
    super({
      autoFirstPage: false,
      // None but those given: a standard font is not embedded.
      font: "",
      pdfVersion: "1.7",
      tagged: true,
      lang: "fr-FR",
      displayTitle: true,
      info: { Title: title, Author: author, Producer: producer, Creator: program, CreationDate: created },
    });
  }

  /** Embeds a font under a name, and has it written in. */
  addFont(name: string, bytes: Uint8Array): void {
    const open = opened.get(bytes);
    this.registerFont(name, (open?.font ?? padded(bytes)) as unknown as Buffer).font(name);
    const { font, layoutCache } = this._font;
    if (open !== undefined) this._font.layoutCache = open.layoutCache;
    else opened.set(bytes, { font: withGlyphsByCharacters(font), layoutCache });
    // The glyph of no character, which no text uses: the library maps it to U+0000, which is not a character.
    this._font.unicode[0] = [replacementCharacter];
  }

  /**
   * Makes the compression of streams the same everywhere: the library would use Node's when it exists, whose bytes
   * differ.
   */
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

  /**
   * Declares the standards of the document and its colour profile: the library supports only one standard at a time.
   */
  override endMetadata(): void {
    // Written in the file already; what comes is XML, which the library does not escape.
    for (const [key, value] of Object.entries(this.info))
      if (typeof value === "string") Object.assign(this.info, { [key]: escapedForXml(value) });
    this.appendXML(conformance);
    const profile = this.ref({ N: 3 });
    profile.end(srgbProfile());
    const intent = this.ref({
      Type: "OutputIntent",
      S: "GTS_PDFA1",
      OutputConditionIdentifier: new String("sRGB"),
      DestOutputProfile: profile,
    });
    intent.end(undefined);
    this._root.data.OutputIntents = [intent];
    super.endMetadata();
  }
}

/**
 * What was read of each font, by its bytes, with the words laid out: documents of a run share them, as reading them
 * takes longer than drawing a page.
 */
const opened = new WeakMap<Uint8Array, Pick<PDFKit.PDFDocument["_font"], "font" | "layoutCache">>();

type Font = PDFKit.PDFDocument["_font"]["font"];

/**
 * Makes a glyph the same whatever was drawn before: the library gives to all its uses the characters of the first one,
 * which a reader copies in place of the text.
 */
function withGlyphsByCharacters(font: Font): Font {
  const read = font.getGlyph.bind(font);
  const glyphs = new Map<string, object | null>();
  font.getGlyph = (id, characters = []) => {
    const key = [id, ...characters].join();
    let glyph = glyphs.get(key);
    if (glyph === undefined) {
      font._glyphs = {};
      glyphs.set(key, (glyph = read(id, characters)));
    }
    return glyph;
  };
  return font;
}

const replacementCharacter = 0xfffd;

/**
 * The length of the header of a glyph. The library reads a glyph without an outline at the very end of a font, as
 * Carlito's no-break space is, beyond the end of the file.
 */
const bytesOfGlyphHeader = 10;

function padded(font: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(font.length + bytesOfGlyphHeader);
  bytes.set(font);
  return bytes;
}
