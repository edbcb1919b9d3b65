/** A style sheet that is written as looks are met: one class for each, and no style in an element, which the page's policy refuses. */
export class StyleRules {
  private readonly sheet = new CSSStyleSheet();
  private readonly classes = new Map<string, string>();
  private readonly named = new Map<string, CSSStyleRule>();

  /** `scope` is what the classes are used in. */
  constructor(private readonly scope: string) {
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, this.sheet];
  }

  /** Takes its classes away: those of another one have the same names. */
  stop(): void {
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== this.sheet);
  }

  /** Returns the class of some declarations, made the first time that they are met; an empty text where there are none. */
  classOf(declarations: string): string {
    if (declarations === "") return "";
    let name = this.classes.get(declarations);
    if (name === undefined) {
      name = `look-${this.classes.size}`;
      this.classes.set(declarations, name);
      this.add(name, declarations);
    }
    return name;
  }

  /** Gives a class other declarations than it had. */
  set(name: string, declarations: string): void {
    const rule = this.named.get(name) ?? this.add(name, "");
    this.named.set(name, rule);
    if (rule.style.cssText !== declarations) rule.style.cssText = declarations;
  }

  private add(name: string, declarations: string): CSSStyleRule {
    const { sheet, scope } = this;
    const at = sheet.insertRule(`${scope} .${name} { ${declarations} }`, sheet.cssRules.length);
    return sheet.cssRules[at] as CSSStyleRule;
  }
}
