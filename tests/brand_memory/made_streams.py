"""A film as a stream: the same packets, put into pieces and a playlist."""

from __future__ import annotations

from pathlib import Path

import av


def stream(film: Path, folder: Path, *, pieces: str = "mpegts", only: str = "", late: float = 0.0) -> Path:
    """The playlist of `film` in `folder`, beside it pieces of two seconds, whose clock begins at `late` seconds.

    `only` "video" or "audio" leaves the other out.
    """
    folder.mkdir(parents=True, exist_ok=True)
    options = {"hls_time": "2", "hls_list_size": "0", "hls_segment_type": pieces, "hls_playlist_type": "vod"}
    options |= {"hls_flags": "split_by_time", "output_ts_offset": str(late)}
    options["hls_segment_filename"] = str(folder / f"piece-%d.{'ts' if pieces == 'mpegts' else 'm4s'}")
    path = folder / "index.m3u8"
    with av.open(str(film)) as source, av.open(str(path), "w", format="hls", options=options) as made:
        kept = [track for track in (*source.streams.video, *source.streams.audio) if only in ("", track.type)]
        tracks = {track.index: made.add_stream_from_template(track) for track in kept}
        for packet in source.demux(kept):
            if packet.dts is not None:
                packet.stream = tracks[packet.stream_index]
                made.mux(packet)
    return path
