/** What the build knows of the folder, which `webpack/installer.js` writes at the head of the script. */
export interface Published {
  readonly version: string;
  /** The address that `manifest` and `functions` were written for. */
  readonly base: string;
  /** The texts of the two files that hold the address. */
  readonly manifest: string;
  readonly functions: string;
  /** Every file of the folder, and its bytes; null when the address, which it holds, changes them. */
  readonly files: Readonly<Record<string, number | null>>;
}

/** Returns the manifest for a folder. */
export function manifestFor({ manifest, base }: Published, folder: string): string {
  return manifest.replaceAll(base, folder.replaceAll("&", "&amp;"));
}

/** Returns the description of the functions for a folder, where Excel finds the help of each. */
export function functionsFor({ functions, base }: Published, folder: string): string {
  return functions.replaceAll(base, folder);
}
