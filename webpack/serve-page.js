// `npm run web`. What makes the page takes seconds to load, and this says so first.
console.log("Ordiclasse : la page se prépare, quelques secondes…  (the page is being made)");
process.argv.push("serve", "--mode", "production", "--env", "web");
await import("webpack-cli/bin/cli.js");
