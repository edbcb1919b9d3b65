import type { Commune, CommuneDirectory } from "../../tariff";

/** Tells the school in a GLPI path: the level below the commune; in a location without any commune, its first level. */
export class PathSchools {
  private readonly known = new Map<string, string | null>();

  constructor(private readonly directory: CommuneDirectory) {}

  /** The school that a path names inside a commune, or null. */
  read(path: string, commune: Commune, isLocation: boolean): string | null {
    const key = `${isLocation ? "l" : "e"}|${commune.insee}|${path}`;
    const known = this.known.get(key);
    if (known !== undefined) return known;
    const levels = path
      .split(">")
      .map((level) => level.trim())
      .filter((level) => level !== "");
    const communes = levels.map((level) => this.directory.find(level));
    const at = communes.findIndex((match) => match.kind === "found" && match.commune.insee === commune.insee);
    const elsewhere = communes.some((match) => match.kind === "found");
    const first = isLocation && !elsewhere ? (levels[0] ?? null) : null;
    const school = at >= 0 ? (levels[at + 1] ?? null) : first;
    this.known.set(key, school);
    return school;
  }
}
