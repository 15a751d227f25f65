"""The command line. Everything heavy is imported by the command that needs it, so that help answers at once."""

from __future__ import annotations

import sys
from collections.abc import Callable

import typer

app = typer.Typer(name="agency", help="A video agency in your pocket: say what you need, get a finished video.",
                  no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False, rich_markup_mode=None)


def _register() -> None:
    from agency import commands

    for name, function in commands.COMMANDS.items():
        app.command(name)(function)


def main(arguments: list[str] | None = None) -> None:
    """Run the command line and exit: 0 done, 1 failed with one clear line, 2 wrong usage."""
    _register()
    sys.exit(_guarded(lambda: app(args=arguments, standalone_mode=True)))


def _guarded(run: Callable[[], object]) -> int:
    """Run, and turn what a person can act on into one line; anything else is a fault of ours and keeps its traceback."""
    from agency.errors import AgencyError
    from renderers.errors import RenderError
    from tools.errors import ToolError

    try:
        run()
    except (AgencyError, RenderError, ToolError) as error:
        sys.stderr.write(" ".join(str(error).split()) + "\n")
        return 1
    except KeyboardInterrupt:
        sys.stderr.write("Stopped. What was finished is kept: run the same command again and it goes on from there.\n")
        return 1
    except SystemExit as leaving:
        return leaving.code if isinstance(leaving.code, int) else 1
    return 0


if __name__ == "__main__":
    main()
