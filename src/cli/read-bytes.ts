import { readFile } from "node:fs/promises";
import { refusal } from "./refusal";
import type { Refusal } from "./refusal";

/** The bytes of a file, or why they cannot be read. */
export async function bytesOf(path: string): Promise<Uint8Array | Refusal> {
  try {
    return await readFile(path);
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code ?? String(error);
    return refusal("cli-input-unreadable", { path, reason });
  }
}
