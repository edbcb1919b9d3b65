import type { CommuneTotal, Statement } from "../statement";

/** Schools of a commune that are billed for anything. */
export function billedSchools({ schools }: CommuneTotal): number {
  return schools.filter((school) => school.lines.length > 0).length;
}

/** Why the schools of the communes do not add up to the total, where a key shares one between several; else null. */
export function sharedSchoolsNote({ byCommune, schools }: Statement): string | null {
  const rows = byCommune.reduce((total, commune) => total + billedSchools(commune), 0);
  return rows === schools
    ? null
    : "Écoles : une école partagée est comptée dans chacune des communes qui la paient, et une seule fois dans le total.";
}
