import type { Frame } from "playwright-core";
import { conventionMessage, type ConventionCode, type Language } from "../../src/messages";
import { fieldCode } from "../../src/taskpane/convention/screens/draft-context";

/** What a deliberation says, but for its prices and its members: tablets, counted by pupil, for the communes of a community. */
const said = {
  service: "Tablettes",
  object: "Mise à disposition de tablettes et de bornes",
  "act.name": "Délibération n° 12",
  "act.body": "conseil municipal",
  "act.receivedOn": "14/10/2024",
  vat: "Montants nets de taxe",
  term: "deux ans",
  from: "01/11/2024",
  to: "01/11/2025",
  count: "1er novembre",
  "creditor.name": "Ville d’Autun",
  "creditor.short": "la Ville",
  "creditor.siren": "217 100 148",
  "creditor.department": "Direction du numérique",
  "creditor.executive": "le Maire",
  "debtor.name": "Communauté de communes du Vert Pays",
  "debtor.short": "la CCVP",
  "debtor.siren": "247 123 458",
  "accounts.rebilled": "70875",
  "accounts.paid": "62876",
  "accounts.cancelledChapter": "67",
  "accounts.cancelled": "673",
};

const prestations = [
  "TABLETTE\tTablette par élève\télève\t\t\t4,00\t6,50",
  "BORNE\tBorne Wi-Fi\tborne\t\t120,00\t\t35,00",
].join("\n");

/** Somebody who writes a convention in the pane, from nothing. */
export class ConventionWriter {
  constructor(
    private readonly pane: Frame,
    private readonly language: Language,
  ) {}

  say(code: ConventionCode, params: Readonly<Record<string, string | number>> = {}): string {
    return conventionMessage(code, params, this.language);
  }

  field(name: string) {
    return this.pane.getByLabel(this.say(fieldCode(name)), { exact: true });
  }

  press(code: ConventionCode, params?: Readonly<Record<string, string | number>>): Promise<void> {
    return this.pane.getByRole("button", { name: this.say(code, params), exact: true }).click();
  }

  /** Opens « Convention » by « Réglages ». */
  async opens(): Promise<void> {
    await this.pane.getByRole("contentinfo").getByRole("button").click();
    await this.pane.locator(".content p .link").first().waitFor();
    await this.pane.getByRole("button", { name: /convention/ }).click();
    await this.pane.getByRole("button", { name: this.say("pane-convention-write") }).waitFor();
  }

  /** Types what the deliberation says of the parties, of the days and of the accounts. */
  async saysTerms(): Promise<void> {
    await this.press("pane-convention-start-empty");
    for (const [name, value] of Object.entries(said)) {
      // Of the convention, before that of its prices.
      await this.field(name).first().fill(value);
    }
    const credit = this.pane.locator(".credit-line input");
    for (const [at, value] of ["Nature", "70876", "Remboursement de frais"].entries()) await credit.nth(at).fill(value);
    await this.pane.locator(".content > .beside-fiche .field-row input").nth(3).fill("Délibération n° 12");
  }

  async pastesPrestations(): Promise<void> {
    await this.press("pane-convention-paste-rows");
    await this.pane.locator("textarea").fill(prestations);
    await this.press("pane-convention-paste-add", { count: 2 });
  }

  /** Takes communes of the list of France, each by its name and its code. */
  async takes(...communes: readonly (readonly [name: string, insee: string])[]): Promise<void> {
    for (const [name, insee] of communes) {
      await this.pane.getByLabel(this.say("pane-convention-search")).fill(name);
      await this.press("pane-convention-search-add", { name, insee });
    }
    await this.pane.getByLabel(this.say("pane-convention-search")).fill("");
  }

  async writes(): Promise<void> {
    await this.press("pane-convention-write");
    await this.pane.getByText(this.say("pane-convention-written")).waitFor();
  }
}
