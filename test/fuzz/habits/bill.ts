import { openSchools, type Equipment, type Nature, type School, type Truth } from "./truth";

type Payer = "cagb" | "commune";
type Prices = Partial<Record<Nature, string>>;

/** The table voted in 2014, copied from the deliberation: who pays, and how much. */
const tariff: Readonly<Record<Equipment | "PORTAIL", { readonly payer: Payer } & Prices>> = {
  PORTAIL: { payer: "cagb", maintenance: "5.27" },
  PACK: { payer: "cagb", installation: "895", maintenance: "211" },
  SERVEUR_STD: { payer: "commune", installation: "632", maintenance: "263.33" },
  POSTE_STD: { payer: "commune", installation: "31.60", maintenance: "36.86" },
  SERVEUR_SPEC: { payer: "commune", installation: "947.96", maintenance: "315.18" },
  POSTE_SPEC: { payer: "commune", installation: "84.26", maintenance: "47.39" },
  LOGICIEL_SPEC: { payer: "commune", installation: "21.06", maintenance: "10.53" },
  PIECES: { payer: "commune", installation: "21.06" },
  IMPRIMANTE: { payer: "commune", maintenance: "15.79" },
};

/** What a truth comes to, under the names of the JSON that the product writes. */
export interface Bill {
  readonly total: string;
  readonly cagb: string;
  readonly communes: string;
  readonly split: Record<Nature, Record<Payer, string>>;
  /** By INSEE code: what the CAGB claims. */
  readonly due: Readonly<Record<string, string>>;
  readonly pupils: number;
  readonly schools: number;
}

function cents(amount: string): bigint {
  const [euros, rest = ""] = amount.split(".");
  return BigInt(euros!) * 100n + BigInt(rest.padEnd(2, "0"));
}

function euros(amount: bigint): string {
  return `${amount / 100n}.${String(amount % 100n).padStart(2, "0")}`;
}

/** The price of one unit for a payer and a nature, in euros; null where the grid has none. */
export function priceOf(code: Equipment | "PORTAIL", nature: Nature): string | null {
  return tariff[code][nature] ?? null;
}

/** An amount in euros times a quantity. */
export function times(price: string, quantity: number): string {
  return euros(cents(price) * BigInt(quantity));
}

/** Units billed of a prestation in a school: one pack where none is shown, one at most where the unit is the school. */
function units(school: School, code: Equipment, nature: Nature, packsShown: boolean): number {
  if (code === "PACK" && !packsShown) return nature === "maintenance" ? 1 : 0;
  const count = nature === "maintenance" ? school.service[code] : school.installed[code];
  return code === "PACK" || code === "SERVEUR_STD" ? Math.min(count, 1) : count;
}

/** Bills a truth: quantity × voted price, in whole cents. */
export function billOf(truth: Truth): Bill {
  const schools = openSchools(truth);
  const { packsShown } = truth;
  const split = { installation: { cagb: 0n, commune: 0n }, maintenance: { cagb: 0n, commune: 0n } };
  const due = new Map<string, bigint>();
  for (const school of schools) {
    const [insee] = school.commune;
    if (!due.has(insee)) due.set(insee, 0n);
    split.maintenance.cagb += cents(truth.pupilPrice ?? tariff.PORTAIL.maintenance!) * BigInt(school.pupils);
    for (const [code, prices] of Object.entries(tariff) as [Equipment | "PORTAIL", (typeof tariff)["PACK"]][]) {
      if (code === "PORTAIL") continue;
      for (const nature of ["installation", "maintenance"] as const) {
        const price = prices[nature];
        if (price === undefined) continue;
        const amount = cents(price) * BigInt(units(school, code, nature, packsShown));
        split[nature][prices.payer] += amount;
        if (prices.payer === "commune") due.set(insee, due.get(insee)! + amount);
      }
    }
  }
  const cagb = split.installation.cagb + split.maintenance.cagb;
  const communes = split.installation.commune + split.maintenance.commune;
  const inEuros = (one: Record<Payer, bigint>) => ({ cagb: euros(one.cagb), commune: euros(one.commune) });
  return {
    total: euros(cagb + communes),
    cagb: euros(cagb),
    communes: euros(communes),
    split: { installation: inEuros(split.installation), maintenance: inEuros(split.maintenance) },
    due: Object.fromEntries([...due].map(([insee, amount]) => [insee, euros(amount)])),
    pupils: schools.reduce((sum, { pupils }) => sum + pupils, 0),
    schools: schools.length,
  };
}
