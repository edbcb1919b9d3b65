import { basename } from "node:path";
import type { CommandCode } from "../messages";
import { parseOptions } from "../options";
import type { OptionsReading } from "../options";
import { readJson } from "./read-json";

/** The options of `--options FILE`, or everything wrong in them; none where no file is given. */
export async function readOptionsFile(path: string | null): Promise<OptionsReading<CommandCode>> {
  if (path === null) return { options: {} };
  const read = await readJson(path, "options");
  return "refused" in read ? { anomalies: [read.refused] } : parseOptions(read.value, basename(path));
}
