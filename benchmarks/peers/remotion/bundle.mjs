// Bundles the composition with the layers of a folder: `bundle.mjs FOLDER OUT`. Not part of what is measured.
import { cp, mkdir, rm } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { bundle } from "@remotion/bundler";

const [folder, out] = process.argv.slice(2).map((name) => path.resolve(name));
const layers = `${out}-public`;
await mkdir(layers, { recursive: true });
for (const name of ["backdrop.png", "title.png", "logo.png", "sound.wav", "captions", "presenter"]) {
  await cp(path.join(folder, name), path.join(layers, name), { recursive: true });
}
await bundle({
  entryPoint: path.join(path.dirname(fileURLToPath(import.meta.url)), "scene.jsx"),
  outDir: out,
  publicDir: layers,
  enableCaching: false,
  webpackOverride: (config) => ({
    ...config,
    resolve: {
      ...config.resolve,
      alias: { ...config.resolve.alias, composition: path.join(folder, "composition.json") },
    },
  }),
});
await rm(layers, { recursive: true });
