import { zipSync, type Zippable } from "fflate";
import { ZipFile } from "./zip-file";

/** The parts of a package by path, in the order of the file. */
export type Parts = Map<string, Uint8Array>;

/** Already packed: deflating them again only costs time. */
const packed = /\.(png|jpe?g|gif|emf|wmf|bin|zip|mp4|docx|xlsx)$/i;
/** Past this size a part is deflated quickly: a register of 100,000 rows is not worth two more seconds. */
const largePart = 1 << 20;
/** One date for all, so that the same parts give the same bytes. The local constructor: zip dates have no time zone. */
const zipDate = new Date(1980, 0, 1);

/** Unpacks a zip, or only what `wanted` accepts. Throws where the zip is truncated or damaged. */
export function unzip(bytes: Uint8Array, wanted?: (path: string) => boolean): Parts {
  const file = new ZipFile(bytes);
  return new Map(
    file.paths.filter((path) => wanted?.(path) ?? true).map((path): [string, Uint8Array] => [path, file.read(path)]),
  );
}

/** Packs parts into a zip, in their order. */
export function zip(parts: Parts): Uint8Array {
  const files: Zippable = {};
  for (const [path, bytes] of parts)
    files[path] = [bytes, { level: packed.test(path) ? 0 : bytes.length > largePart ? 2 : 4, mtime: zipDate }];
  return zipSync(files);
}
