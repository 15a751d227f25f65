// Renders a bundle: `render.mjs BUNDLE BROWSER OUT`. This is what is measured.
import { renderMedia, selectComposition } from "@remotion/renderer";

const [serveUrl, browserExecutable, outputLocation] = process.argv.slice(2);
const shared = { serveUrl, browserExecutable, chromeMode: "headless-shell", logLevel: "error" };
const composition = await selectComposition({ ...shared, id: "scene" });
await renderMedia({
  ...shared,
  composition,
  outputLocation,
  codec: "h264",
  crf: 19,
  x264Preset: "veryfast",
  pixelFormat: "yuv420p",
  colorSpace: "bt709",
  audioCodec: "aac",
  audioBitrate: "192k",
  concurrency: 2,
});
