import { execFile } from "node:child_process";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { launchBrowser, npmChromium } from "./browser";

const onNpmChromium = process.platform === "linux" && process.arch === "x64";

test("a browser starts and draws", async () => {
  const browser = await launchBrowser();
  const page = await browser.newPage();
  await page.setContent("<h1>Répartition</h1>");
  expect(await page.locator("h1").boundingBox()).toMatchObject({ height: expect.any(Number) });
  await browser.close();
});

// Elsewhere the system's own browser is used, and there is no library to bring.
(onNpmChromium ? test : test.skip)("npm alone brings what a bare Linux lacks: nss, nspr and expat", async () => {
  const { executablePath } = await npmChromium();
  const brought = join(dirname(executablePath!), "al2023/lib");
  const { stdout } = await promisify(execFile)(executablePath!, [], {
    // glibc's own way to tell which file each library comes from, without running anything.
    env: { LD_TRACE_LOADED_OBJECTS: "1", LD_LIBRARY_PATH: brought },
  });
  for (const name of ["libnss3.so", "libnssutil3.so", "libnspr4.so", "libexpat.so.1"])
    expect(stdout).toContain(`${name} => ${join(brought, name)}`);
  expect(stdout).not.toContain("not found");
});
