import type { Commune, CommuneDirectory, CommuneMatch } from "../../tariff";

/** Tells the school in a GLPI path: the level below the commune; in a location without any commune, its first level. */
export class PathSchools {
  private readonly known = new Map<string, string | null>();

  constructor(private readonly directory: CommuneDirectory) {}

  /** The school that a path names inside a commune, or null. `isChosen`: the path does not name that commune as it is. */
  read(path: string, commune: Commune, isLocation: boolean, isChosen: boolean): string | null {
    const key = `${isLocation ? "l" : "e"}|${isChosen ? "c" : "f"}|${commune.insee}|${path}`;
    const known = this.known.get(key);
    if (known !== undefined) return known;
    const levels = path
      .split(">")
      .map((level) => level.trim())
      .filter((level) => level !== "");
    const communes = levels.map((level) => this.directory.find(level));
    const named = communes.findIndex((match) => match.kind === "found" && match.commune.insee === commune.insee);
    const at = named < 0 && isChosen ? communes.findLastIndex(isMissed) : named;
    const elsewhere = communes.some((match) => match.kind === "found");
    const first = isLocation && !elsewhere ? (levels[0] ?? null) : null;
    const school = at >= 0 ? (levels[at + 1] ?? null) : first;
    this.known.set(key, school);
    return school;
  }
}

/** What names a commune without being one: nearly, or at another date. */
function isMissed(match: CommuneMatch): boolean {
  return match.kind === "outside" || (match.kind === "unknown" && match.suggestion !== null);
}
