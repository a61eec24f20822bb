"""The Python code of a template with the components that it imports, in scopes of their own."""

from __future__ import annotations

from io import StringIO

from jinja2 import Environment, nodes
from jinja2.compiler import CodeGenerator, Frame
from jinja2.nodes import EvalContext

from mingwen.rendering.gathering import Component, Gatherer, plain

# Scopes are told apart by a number; so many are left to each component for the loops in its macros.
APART = 1000


def generate(
    source: nodes.Template, gatherer: Gatherer, environment: Environment, name: str | None, filename: str | None
) -> str:
    """Raises TemplateSyntaxError for a mistake in the template or in any component, without saying in which."""
    while True:
        code = StringIO()
        try:
            _Generator(gatherer, environment, name, filename, code).visit(source)
        except _AmbiguousError as refused:
            gatherer.refuse(refused.component)
        else:
            return code.getvalue()


class _AmbiguousError(Exception):
    """A component uses a name that its importers may give to something."""

    def __init__(self, component: str) -> None:
        super().__init__(component)
        self.component = component


class _Generator(CodeGenerator):
    """Jinja's generator, but for imports of what can be gathered."""

    def __init__(
        self, gatherer: Gatherer, environment: Environment, name: str | None, filename: str | None, stream: StringIO
    ) -> None:
        super().__init__(environment, name, filename, stream, optimized=environment.optimized)
        self._gatherer = gatherer
        self._frames: dict[str, Frame] = {}
        self._within: tuple[str, ...] = ()

    def visit_FromImport(self, node: nodes.FromImport, frame: Frame) -> None:  # noqa: N802 - Jinja calls it by this name
        component = self._gatherer.component(node) if frame.rootlevel else None
        if component is None or not self._escapes_alike(component, frame):
            if self._within:
                raise _AmbiguousError(self._within[-1])
            super().visit_FromImport(node, frame)
            return
        if component.name not in self._frames:
            self._write(component, frame.eval_ctx)
        made = self._frames[component.name].symbols
        for name in filter(plain, node.names):
            self.writeline(f"{frame.symbols.ref(name)} = {made.ref(name)}", node)
            if frame.toplevel:
                self.writeline(f"context.vars[{name!r}] = {made.ref(name)}")
                self.writeline(f"context.exported_vars.discard({name!r})")

    def enter_frame(self, frame: Frame) -> None:
        if self._within and any(
            action == "resolve" and self._gatherer.ambiguous(name) for action, name in frame.symbols.loads.values()
        ):
            raise _AmbiguousError(self._within[-1])
        super().enter_frame(frame)

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: CodeGenerator._FinalizeInfo) -> None:
        if frame.eval_ctx.autoescape and not frame.eval_ctx.volatile and finalize.src is None:
            self.write("environment.shown(")
        else:
            super()._output_child_pre(node, frame, finalize)

    def _escapes_alike(self, component: Component, frame: Frame) -> bool:
        return EvalContext(self.environment, component.name).autoescape == frame.eval_ctx.autoescape

    def _write(self, component: Component, context: EvalContext) -> None:
        frame = Frame(context, level=APART * (len(self._frames) + 1))
        frame.rootlevel = True
        self._frames[component.name] = frame
        frame.symbols.analyze_node(nodes.Template(list(component.body)))
        self._within += (component.name,)
        self.enter_frame(frame)
        self.pull_dependencies(component.body)
        self.blockvisit(component.body, frame)
        self._within = self._within[:-1]
