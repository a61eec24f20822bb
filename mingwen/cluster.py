"""Work on a Dask cluster: `--executor dask://HOST:PORT`. Needs the extra `cluster`; see docs/scale.md."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from mingwen.each import Each, each_on
from mingwen.errors import UsageError
from mingwen.model import Text

SCHEME = "dask://"
# Batches on their way at a time: enough for some dozens of workers.
AHEAD = 128
# Seconds until a scheduler that does not answer is given up.
PATIENCE = 10


@contextmanager
def cluster(
    address: str, lost: Callable[[Exception], None], connecting: Callable[[], None] = lambda: None
) -> Iterator[Each]:
    """Work on the cluster whose scheduler is at `address`, "dask://HOST:PORT".

    Workers need mingwen in the same version, and no disk in common with us. Raises UsageError for another kind of
    address and for a scheduler that does not answer.
    """
    host = address.removeprefix(SCHEME)
    if host == address or not host:
        raise UsageError(
            None,
            Text(f"不认得执行器“{address}”", f"Unknown executor {address!r}"),
            Text("请写成 dask://主机:端口", "Write dask://HOST:PORT"),
        )
    # ModuleNotFoundError is told as a missing dependency.
    import dask
    from distributed import Client

    connecting()
    # What it has to say of a lost scheduler, we say.
    logging.getLogger("distributed").setLevel(logging.CRITICAL)
    with dask.config.set({"distributed.comm.timeouts.connect": f"{PATIENCE}s"}):
        try:
            client = Client(f"tcp://{host}", timeout=PATIENCE)
        except OSError as error:
            raise UsageError(
                None,
                Text(f"连不上调度器 {host}", f"The scheduler at {host} does not answer"),
                Text(
                    "请检查地址，并确认 dask scheduler 在运行", "Check the address, and that dask scheduler is running"
                ),
            ) from error
        try:
            # Steps are pure: the same batch may be done twice, and by anybody.
            yield each_on(
                client.get_executor(pure=False, retries=2),
                ahead=AHEAD,
                lost=lost,
                alive=lambda: client.status == "running",
            )
        finally:
            client.close(timeout=2)
