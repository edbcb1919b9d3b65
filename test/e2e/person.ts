import type { Frame, Locator } from "playwright-core";
import type { MessageCode } from "../../src/messages";
import { createWords, type CountedCode, type Words } from "../../src/taskpane/texts/words";

/** How long a reading or a generation may last on a slow machine. */
const patience = 180_000;

/** Somebody at the pane: finds things by what is written on them, in the language of the pane. */
export class Person {
  readonly words: Words;

  constructor(
    readonly pane: Frame,
    locale: "fr-FR" | "en-US",
  ) {
    this.words = createWords(locale === "fr-FR" ? "fr" : "en", locale);
  }

  press(code: MessageCode, params?: Readonly<Record<string, string | number>>): Promise<void> {
    return this.pressNamed(this.words.say(code, params));
  }

  pressCounted(code: CountedCode, count: number): Promise<void> {
    return this.pressNamed(this.words.counted(code, count));
  }

  async pressNamed(name: string): Promise<void> {
    await this.button(name)
      .click()
      .catch((error: Error) => this.tells(error));
  }

  /** A button of the screen, by its text or what its text looks like. */
  button(name: string | RegExp): Locator {
    return this.pane.getByRole("main").getByRole("button", { name, exact: true });
  }

  /** Waits for the screen of this title. */
  async sees(title: string | RegExp): Promise<void> {
    const heading = this.pane.getByRole("heading", { level: 1, name: title, exact: typeof title === "string" });
    await heading.waitFor({ timeout: patience }).catch((error: Error) => this.tells(error));
  }

  /**
   * Waits for the screen of this title after a correction. It is read by itself, or by « Relire » where reading takes the machine
   * so long that the pane offers it.
   */
  async seesCorrected(title: string | RegExp): Promise<void> {
    const reread = this.pane.getByRole("button", { name: this.words.say("pane-act-reread") });
    const heading = this.pane.getByRole("heading", { level: 1, name: title, exact: typeof title === "string" });
    await heading
      .or(reread)
      .first()
      .waitFor({ timeout: patience })
      .catch((error: Error) => this.tells(error));
    // What was offered for a moment may be gone: it is being read.
    if ((await heading.count()) === 0) await reread.click({ timeout: 5_000 }).catch(() => undefined);
    await this.sees(title);
  }

  /** Fails as something did, with what the pane shows, and whether Chromium still draws it. */
  private async tells(error: Error): Promise<never> {
    const within = <T>(seconds: number, what: Promise<T>, otherwise: T): Promise<T> =>
      Promise.race([what, new Promise<T>((done) => setTimeout(done, seconds * 1000, otherwise).unref())]);
    const drawn = this.pane.evaluate(
      () => new Promise<string>((done) => requestAnimationFrame(() => done("It is drawn."))),
    );
    const [shown, state] = await Promise.all([
      within(10, this.text(), "(it does not answer)"),
      within(10, drawn, "It is not drawn any more."),
    ]);
    throw new Error(`${error.message}\nThe pane shows:\n${shown}\n${state}`);
  }

  seesCode(code: MessageCode, params?: Readonly<Record<string, string | number>>): Promise<void> {
    return this.sees(this.words.say(code, params));
  }

  seesCounted(code: CountedCode, count: number): Promise<void> {
    return this.sees(this.words.counted(code, count));
  }

  /** Everything written in the pane, as a person copies it. */
  text(): Promise<string> {
    return this.pane.evaluate(() => document.body.innerText);
  }

  async title(): Promise<string> {
    return (await this.pane.getByRole("heading", { level: 1 }).innerText()).trim();
  }

  async opensStep(step: "lecture" | "controle" | "repartition" | "documents"): Promise<void> {
    const tabs = this.pane.getByRole("navigation").getByRole("button", { name: this.words.say(`pane-step-${step}`) });
    if ((await tabs.count()) > 0) return tabs.first().click();
    // In the narrowest panes, one step at a time.
    const steps = ["lecture", "controle", "repartition", "documents"];
    for (const arrow of ["pane-step-previous", "pane-step-next"] as const)
      for (let left = steps.length; left > 0 && !(await this.isAt(step)); left -= 1) {
        const button = this.pane.getByRole("button", { name: this.words.say(arrow) });
        if ((await button.count()) === 0) break;
        await button.click();
      }
  }

  private isAt(step: "lecture" | "controle" | "repartition" | "documents"): Promise<boolean> {
    return this.pane.getByText(`– ${this.words.say(`pane-step-${step}`)}`).isVisible();
  }

  async choosesCampaign(campaign: number): Promise<void> {
    await this.pane.getByLabel(this.words.say("pane-campaign")).selectOption(String(campaign));
  }

  /** Has the workbook read for a campaign, where the pane did not read it so by itself. */
  async asksReading(campaign: number): Promise<void> {
    await this.pane.locator('main[aria-busy="false"]').waitFor({ timeout: patience });
    const field = this.pane.getByLabel(this.words.say("pane-campaign"));
    if ((await field.inputValue()) !== String(campaign)) await this.choosesCampaign(campaign);
    const read = this.button(this.words.say("pane-act-read"));
    if ((await read.count()) > 0) await read.click();
  }

  /** Chooses the campaign and reads the workbook, until its points show. */
  async reads(campaign: number): Promise<void> {
    await this.asksReading(campaign);
    await this.pane.locator('main[aria-busy="false"]').waitFor({ timeout: patience });
    const reread = this.pane.getByRole("button", { name: this.words.say("pane-act-reread") });
    await this.pane.locator(".titre").or(reread).first().waitFor({ timeout: patience });
  }

  /** Puts the pane out of view, where it reads nothing by itself. */
  async looksAway(): Promise<void> {
    await this.pane.evaluate(() => Object.defineProperty(document, "hidden", { value: true, configurable: true }));
  }

  /** From the reading to « … feuilles générées », points in error accepted in so many words. */
  async generates(): Promise<void> {
    await this.asksGeneration();
    await this.confirms();
    await this.sees(this.anyCount("pane-done-title"));
  }

  /** From any step to the last question before anything is written. */
  async asksGeneration(): Promise<void> {
    await this.opensStep("documents");
    const acceptance = this.pane.getByRole("checkbox");
    if ((await acceptance.count()) > 0) await acceptance.check();
    // The documents in place are updated; where there are none, they are generated.
    const generate = this.pane.getByRole("button", { name: this.anyCount("pane-act-generate") });
    const update = this.pane.getByRole("button", { name: this.anyCount("pane-act-update") });
    await generate.or(update).click();
    await this.seesCode("pane-confirm-title");
  }

  confirms(): Promise<void> {
    return this.pane.getByRole("button", { name: this.anyCount("pane-confirm-yes") }).click();
  }

  /** Adds a file of the disk, as if picked in the browser's own window. */
  async picksFile(name: string, bytes: Uint8Array): Promise<void> {
    const file = { name, mimeType: "application/octet-stream", buffer: Buffer.from(bytes) };
    await this.pane.locator("input[type=file]").setInputFiles(file);
  }

  /** A counted text, whatever the count. */
  anyCount(code: CountedCode): RegExp {
    const texts = (["one", "other"] as const).map((number) => {
      const text = this.words.say(`${code}-${number}` as MessageCode, { count: "\u0000" });
      const parts = text
        .split("\u0000")
        .map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&").replace(/\s/g, "\\s"));
      return parts.join("[\\d\\s,]+");
    });
    return new RegExp(`^\\s*(${texts.join("|")})\\s*$`);
  }
}
