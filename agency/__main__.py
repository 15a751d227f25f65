"""The command line. Everything heavy is imported by the command that needs it, so that help answers at once."""

from __future__ import annotations

import functools
import inspect
import sys
from collections.abc import Callable
from typing import NoReturn, get_type_hints

import typer

app = typer.Typer(
    name="agency",
    help="A video agency in your pocket: say what you need, get a finished video.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)


def _register() -> None:
    from agency import commands

    for name, function in commands.COMMANDS.items():
        if name not in commands.GROUPS:
            app.command(name)(_guarded(function))
    for group, (told, inside) in commands.GROUPS.items():
        alone = commands.COMMANDS.get(group)
        below = typer.Typer(name=group, help=told, no_args_is_help=alone is None, rich_markup_mode=None)
        if alone is not None:
            below.callback(invoke_without_command=True)(_guarded(_unless_below(alone)))
        for name, function in inside.items():
            below.command(name)(_guarded(function))
        app.add_typer(below)


def main(arguments: list[str] | None = None) -> None:
    """Run the command line and exit: 0 done, 1 failed with one clear line, 2 wrong usage."""
    _register()
    app(args=arguments)


def _unless_below(command: Callable[..., None]) -> Callable[..., None]:
    """`command`, which does nothing where one of the commands below it was asked for."""

    @functools.wraps(command)
    def run(context: typer.Context, *given: object, **named: object) -> None:
        if context.invoked_subcommand is None:
            command(*given, **named)

    # Typer reads the signature; names of types are known in the command's own module only.
    hints = {"context": typer.Context, **get_type_hints(command, include_extras=True)}
    first = inspect.Parameter("context", inspect.Parameter.POSITIONAL_OR_KEYWORD, annotation=typer.Context)
    own = [one.replace(annotation=hints[one.name]) for one in inspect.signature(command).parameters.values()]
    run.__signature__ = inspect.Signature([first, *own])  # type: ignore[attr-defined]
    run.__annotations__ = hints
    return run


def _guarded(command: Callable[..., None]) -> Callable[..., None]:
    """`command`, telling in one line what a person can act on; anything else is our fault and keeps its traceback."""

    @functools.wraps(command)
    def run(*given: object, **named: object) -> None:
        from agency.errors import AgencyError
        from brand_memory.errors import BrandError
        from renderers.errors import RenderError
        from tools.errors import ToolError

        try:
            command(*given, **named)
        except (AgencyError, BrandError, RenderError, ToolError) as error:
            _fail(" ".join(str(error).split()))
        except KeyboardInterrupt:
            _fail("Stopped. What was finished is kept: run the same command again and it goes on from there.")

    return run


def _fail(sentence: str) -> NoReturn:
    sys.stderr.write(sentence + "\n")
    raise SystemExit(1)


if __name__ == "__main__":
    main()
