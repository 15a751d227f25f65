// The programme as a Remotion composition: images placed absolutely, moved by the frame number.
import React from "react";
import { AbsoluteFill, Audio, Composition, Easing, Img, interpolate, registerRoot, staticFile, useCurrentFrame } from "remotion";
import spec from "composition";

const place = (layer) => ({ position: "absolute", left: layer.x, top: layer.y, width: layer.width, height: layer.height });

const Still = ({ layer, style }) => <Img src={staticFile(layer.path)} style={{ ...place(layer), ...style }} />;

const Scene = () => {
  const frame = useCurrentFrame();
  const { title, presenter } = spec;
  const length = title.enter * spec.fps;
  const entered = interpolate(frame - title.start, [0, length], [0, 1], { extrapolateLeft: "clamp", extrapolateRight: "clamp" });
  const rise = title.travel * (1 - Easing.out(Easing.cubic)(entered));
  const number = String(frame).padStart(5, "0");
  return (
    <AbsoluteFill>
      <Still layer={spec.backdrop} />
      <Still layer={spec.logo} />
      {frame >= title.start && <Still layer={title} style={{ opacity: entered, transform: `translateY(${rise}px)` }} />}
      <Img src={staticFile(`presenter/${number}.png`)} style={place(presenter)} />
      <Still layer={spec.captions[spec.spoken[Math.floor(frame / spec.word)]]} />
      <Audio src={staticFile(spec.sound)} />
    </AbsoluteFill>
  );
};

registerRoot(() => (
  <Composition
    id="scene"
    component={Scene}
    width={spec.width}
    height={spec.height}
    fps={spec.fps}
    durationInFrames={spec.frames}
  />
));
