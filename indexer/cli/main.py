"""Which commands are there, and what do they have in common?"""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path

import click

from indexer.cli.ask import ask_command
from indexer.cli.commitments import commitments_command
from indexer.cli.evaluate import evaluate_command
from indexer.cli.index import index_command
from indexer.cli.search import search_command
from indexer.cli.serve import serve_command
from indexer.cli.show import problems_command, show_command
from indexer.cli.vocabulary import vocabulary_group
from indexer.errors import MattersError
from indexer.settings import Settings


def with_home(command: click.Command) -> click.Command:
    """Lets ``--home`` stand after a command as well as before it."""
    command.params.append(
        click.Option(
            ["--home"],
            type=click.Path(path_type=Path),
            expose_value=False,
            callback=_set_home,
            is_eager=True,
            help="Where the index lives.",
        )
    )
    return command


def _set_home(context: click.Context, _parameter: click.Parameter, value: Path | None) -> None:
    if value is not None:
        context.obj = replace(context.find_object(Settings) or Settings.from_environment(), home=value)


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.option("--home", type=click.Path(path_type=Path), expose_value=False, callback=_set_home, is_eager=True,
              help="Where the index lives (or set MATTERS_HOME).")  # fmt: skip
@click.version_option(package_name="matters-arising")
@click.pass_context
def commands(context: click.Context) -> None:
    """Search over a council's children's services papers, every result at its paragraph."""
    if context.obj is None:
        context.obj = Settings.from_environment()


for _command in (
    *(index_command, search_command, ask_command, commitments_command, show_command, problems_command),
    *(evaluate_command, serve_command),
):
    commands.add_command(with_home(_command))
for _command in vocabulary_group.commands.values():
    with_home(_command)
commands.add_command(vocabulary_group)


def main() -> None:
    """The console script ``matters``: exit status 0 done, 1 done with problems, 2 wrong usage or no index."""
    try:
        status = commands.main(standalone_mode=False)
    except click.ClickException as error:
        error.show()
        sys.exit(2)
    except click.Abort:
        click.echo("Stopped.", err=True)
        sys.exit(130)
    except MattersError as error:
        click.echo(str(error), err=True)
        sys.exit(2)
    except BrokenPipeError:  # the reader of our output has gone, as `head` does
        sys.stderr.close()
        sys.exit(0)
    sys.exit(status if isinstance(status, int) else 0)
