"""``publisher cache``: what is kept between builds, and its clearing."""

import click

from publisher.terminal import result, size


@click.group(invoke_without_command=True)
@click.pass_context
def cache(context: click.Context) -> None:
    """Says how much is kept between builds, and where."""
    from publisher.cache import cache_folder, held

    if context.invoked_subcommand is None:
        kept = held()
        result(f"{cache_folder()}: {_told(kept.entries, kept.bytes)}")


@cache.command()
def clear() -> None:
    """Empties what is kept between builds; the next ones are made anew."""
    from publisher.cache import clear as clear_cache

    gone = clear_cache()
    result(f"cleared: {_told(gone.entries, gone.bytes)}")


def _told(entries: int, held: int) -> str:
    return f"{entries} {'entry' if entries == 1 else 'entries'}, {size(held)}"
