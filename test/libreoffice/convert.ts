import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, extname, join } from "node:path";
import { pathToFileURL } from "node:url";

/** By default LibreOffice believes the results kept in a file: this profile makes it work all of them out again. */
const settings = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
<item oor:path="/org.openoffice.Setup/L10N"><prop oor:name="ooSetupSystemLocale" oor:op="fuse"><value>fr-FR</value></prop></item>
</oor:items>
`;

/** The bytes of a workbook as a headless LibreOffice saves it once every formula is recalculated. */
export function recalculate(path: string): Uint8Array {
  return convert(path, "xlsx");
}

/** A workbook as LibreOffice prints it, sheet after sheet. */
export function printToPdf(path: string): Uint8Array {
  return convert(path, "pdf");
}

/** The bytes of workbooks as a headless LibreOffice saves them in a format, in their order. */
export function convertAll(paths: readonly string[], format: "xlsx" | "pdf" | "xls" | "ods"): Uint8Array[] {
  const folder = mkdtempSync(join(tmpdir(), "libreoffice-"));
  try {
    const [profile, out] = [join(folder, "profile"), join(folder, "out")];
    mkdirSync(join(profile, "user"), { recursive: true });
    writeFileSync(join(profile, "user", "registrymodifications.xcu"), settings);
    const args = ["--headless", "--convert-to", format, "--outdir", out, ...paths];
    const done = spawnSync("soffice", [`-env:UserInstallation=${pathToFileURL(profile).href}`, ...args], {
      encoding: "utf8",
      timeout: 180_000 + 5_000 * paths.length,
    });
    if (done.status !== 0) throw new Error(`LibreOffice: ${done.error?.message ?? done.stderr}`);
    return paths.map((path) => readFileSync(join(out, `${basename(path, extname(path))}.${format}`)));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function convert(path: string, format: "xlsx" | "pdf"): Uint8Array {
  return convertAll([path], format)[0]!;
}
