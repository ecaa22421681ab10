"""Writes the tuned transformer as a graph that onnxruntime computes: matrices in eight bits, the rest as it is."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Mapping

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

from bot.understanding.transformer import HEADS, LAYERS, WIDTH, Array

# Seven bits' worth: on processors without eight-bit dot products two products of eight would not fit sixteen.
FARTHEST = 64
OWN = "com.microsoft"  # onnxruntime's own operators
OWN_KINDS = {"DynamicQuantizeMatMul", "Gelu", "MultiHeadAttention"}


class Graph:
    """Nodes and constants as they are added; each method gives the name of what it computes."""

    def __init__(self) -> None:
        self.nodes: list[Any] = []
        self.constants: list[Any] = []

    def constant(self, name: str, value: Any) -> str:
        self.constants.append(numpy_helper.from_array(np.ascontiguousarray(value), name))
        return name

    def node(self, kind: str, given: list[str], name: str, **how: Any) -> str:
        domain = OWN if kind in OWN_KINDS else ""
        self.nodes.append(helper.make_node(kind, given, [name], domain=domain, **how))
        return name

    def times(self, given: str, weights: Array, bias: Array, name: str) -> str:
        """A linear step; `weights` in by out, one scale a column."""
        scale = np.maximum(np.abs(weights).max(axis=0) / FARTHEST, 1e-9).astype(np.float32)
        whole = np.clip(np.round(weights / scale), -FARTHEST, FARTHEST).astype(np.int8)
        parts = {"w": whole, "s": scale, "z": np.zeros(len(scale), np.int8), "b": bias.astype(np.float32)}
        names = [self.constant(f"{name}.{part}", value) for part, value in parts.items()]
        return self.node("DynamicQuantizeMatMul", [given, *names], name)

    def normed(self, rows: str, added: str, gain: Array, bias: Array, name: str) -> str:
        """The sum of two brought to one spread in each row.

        An instance to onnxruntime is a row here: of that it has vector code, of layer normalisation a plain loop,
        which took a third of the time of all.
        """
        both = self.node("Add", [rows, added], f"{name}.both")
        spread = self.node("InstanceNormalization", [both, "ones", "noughts"], f"{name}.spread", epsilon=1e-12)
        gained = self.node("Mul", [spread, self.constant(f"{name}.gain", gain)], f"{name}.gained")
        return self.node("Add", [gained, self.constant(f"{name}.bias", bias)], name)

    def as_long_as(self, rows: str) -> None:
        """`ones` and `noughts`, as many as a text has pieces."""
        length = self.node("Shape", [rows], "pieces", start=1, end=2)
        for name, value in (("ones", 1), ("noughts", 0)):
            self.node("ConstantOfShape", [length], name, value=numpy_helper.from_array(np.asarray([value], np.float32)))


def write(tensors: Mapping[str, Array], path: Path) -> None:
    """Write the graph: `rows` (texts, pieces, 384) in, the mean over pieces out."""
    graph = Graph()
    rows = "rows"
    graph.as_long_as(rows)
    for number in range(LAYERS):
        rows = _layer(
            graph, {name: tensors[f"l{number}.{name}"] for name in _names(tensors, number)}, rows, f"l{number}"
        )
    out = graph.node("ReduceMean", [rows, graph.constant("axes", np.asarray([1]))], "mean", keepdims=0)
    described = helper.make_graph(
        graph.nodes,
        "transformer",
        [helper.make_tensor_value_info("rows", TensorProto.FLOAT, ["texts", "pieces", WIDTH])],
        [helper.make_tensor_value_info(out, TensorProto.FLOAT, ["texts", WIDTH])],
        graph.constants,
    )
    versions = [helper.make_opsetid("", 18), helper.make_opsetid(OWN, 1)]
    model = helper.make_model(described, opset_imports=versions)
    model.ir_version = 8
    onnx.save(model, str(path))


def _names(tensors: Mapping[str, Array], number: int) -> list[str]:
    return [name.split(".", 1)[1] for name in tensors if name.startswith(f"l{number}.")]


def _layer(graph: Graph, part: Mapping[str, Array], rows: str, name: str) -> str:
    three = [graph.times(rows, part[f"{one}.w"].T, part[f"{one}.b"], f"{name}.{one}") for one in ("q", "k", "v")]
    attended = graph.node("MultiHeadAttention", three, f"{name}.attended", num_heads=HEADS)
    out = graph.times(attended, part["ao.w"].T, part["ao.b"], f"{name}.ao")
    rows = graph.normed(rows, out, part["aln.w"], part["aln.b"], f"{name}.aln")
    inner = graph.node("Gelu", [graph.times(rows, part["fi.w"].T, part["fi.b"], f"{name}.fi")], f"{name}.inner")
    out = graph.times(inner, part["fo.w"].T, part["fo.b"], f"{name}.fo")
    return graph.normed(rows, out, part["oln.w"], part["oln.b"], f"{name}.oln")
