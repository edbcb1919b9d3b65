import { readFileSync, readdirSync } from "node:fs";
import { webDarkTheme, webLightTheme } from "@fluentui/tokens";
import type { Theme } from "@fluentui/tokens";

const styles = "src/taskpane/styles";
const css = readFileSync(`${styles}/tokens.css`, "utf8");

/** Variables of each block, with the token that their comment names. */
const blocks = css
  .split(/:root/)
  .slice(1)
  .map((block) =>
    [...block.matchAll(/--([\w-]+): (#\w+); \/\* (\w+) \*\//g)].map(([, name, value, token]) => ({
      name: name!,
      value: value!,
      token: token!,
    })),
  );
const [light, darkBySystem, darkByExcel] = blocks.filter((block) => block.length > 0);

function luminance(hex: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const part = parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
}

function contrast(one: string, other: string): number {
  const [high, low] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (high! + 0.05) / (low! + 0.05);
}

describe("the colours of the pane", () => {
  it.each([
    ["light", light!, webLightTheme],
    ["dark, by the system", darkBySystem!, webDarkTheme],
    ["dark, by Excel", darkByExcel!, webDarkTheme],
  ] as const)("%s: are those of Fluent's theme, token by token", (_name, block, theme: Theme) => {
    expect(block.length).toBeGreaterThan(10);
    for (const { value, token } of block)
      expect({ token, value }).toEqual({ token, value: theme[token as keyof Theme] });
    expect(block.map(({ name }) => name)).toEqual(light!.map(({ name }) => name));
  });

  it.each([
    ["light", light!],
    ["dark", darkByExcel!],
  ] as const)("%s: text has a contrast of 4.5, borders and the ring of focus of 3", (_name, block) => {
    const of = (name: string) => block.find((one) => one.name === name)!.value;
    for (const text of ["text", "text-secondary", "action", "action-hover", "danger", "warning"])
      for (const surface of ["surface", "surface-raised", "hover"])
        expect({ text, surface, enough: contrast(of(text), of(surface)) >= 4.5 }).toEqual({
          text,
          surface,
          enough: true,
        });
    expect(contrast(of("text"), of("warning-surface"))).toBeGreaterThanOrEqual(4.5);
    expect(contrast(of("border"), of("surface"))).toBeGreaterThanOrEqual(3);
    expect(contrast(of("focus"), of("surface"))).toBeGreaterThanOrEqual(3);
  });

  it("are written nowhere else in the style sheets", () => {
    for (const file of readdirSync(styles).filter((name) => name !== "tokens.css"))
      expect(readFileSync(`${styles}/${file}`, "utf8")).not.toMatch(/#[0-9a-f]{3,8}\b|rgb|hsl/i);
  });
});

describe("the sizes of the pane", () => {
  it("are 12 pixels at least, in units that follow the user's own size", () => {
    for (const file of readdirSync(styles)) {
      const sizes = [...readFileSync(`${styles}/${file}`, "utf8").matchAll(/font-size: ([\d.]+)(\w+|%)/g)];
      for (const [, size, unit] of sizes) {
        if (unit === "%") continue;
        expect(unit).toBe("rem");
        // 1 rem is 14 px.
        expect(Number(size) * 14).toBeGreaterThanOrEqual(12);
      }
    }
  });
});
