import type { Commune, CommuneDirectory } from "../../tariff";

/** Tells the school in a GLPI path: the level below the commune; in a location without the commune, its first level. */
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
    const at = levels.findIndex((level) => {
      const match = this.directory.find(level);
      return match.kind === "found" && match.commune.insee === commune.insee;
    });
    const school = at >= 0 ? (levels[at + 1] ?? null) : isLocation ? (levels[0] ?? null) : null;
    this.known.set(key, school);
    return school;
  }
}
