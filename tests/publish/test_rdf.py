"""graph.ttl, read back by rdflib and compared with what was found."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import quote

import pytest
from rdflib import DCTERMS, ORG, PROV, RDF, RDFS, SKOS, XSD, Graph, Literal, Namespace, URIRef

from pipeline.gazetteers.load import provinces
from pipeline.gazetteers.publishing import eli_properties
from pipeline.model import Extraction
from pipeline.publish.rdf import write_turtle
from tests.make import DECREE, HUNG_YEN, make_assignment, make_citation, make_document, make_extraction, make_head
from tests.samples import linked_samples
from tests.test_samples import RELATIONS, ROLES

ELI = Namespace("http://data.europa.eu/eli/ontology#")
CHITHI = Namespace("urn:chithi:vocabulary#")


def name(path: str) -> URIRef:
    return URIRef("urn:chithi:" + path.lstrip("/"))


def written(extractions: list[Extraction] | tuple[Extraction, ...], folder: Path) -> Graph:
    write_turtle(extractions, folder / "graph.ttl")
    return Graph().parse(folder / "graph.ttl")


def test_the_sample_reads_back_equal(tmp_path: Path) -> None:
    samples = linked_samples()
    graph = written(samples, tmp_path)
    read = {each.doc_id: each for each in samples if each.doc_id}
    works = {
        name(target)
        for each in samples
        for target in (each.doc_id, *(one.target_id for one in each.citations))
        if target
    }
    assert set(graph.subjects(RDF.type, ELI.LegalResource)) == works
    for doc_id, extraction in read.items():
        head, work = extraction.head, name(doc_id)
        assert graph.value(work, ELI.id_local) == (Literal(head.number) if head.number else None)
        assert str(graph.value(work, ELI.date_document)) == head.date
        assert graph.value(work, ELI.passed_by) == name(f"body/{head.issuer_id}")
        assert graph.value(graph.value(work, ELI.is_realized_by), ELI.title) == Literal(head.title, "vi")
        for relation, verb in eli_properties().items():
            told = {
                name(each.target_id or "")
                for each in extraction.citations
                if verb == "eli:cites" or each.relation == relation
            }
            assert set(graph.objects(work, ELI[verb.removeprefix("eli:")])) == told


def test_the_assignments_of_the_sample_read_back_equal(tmp_path: Path) -> None:
    graph = written(linked_samples(), tmp_path)
    wanted = {
        (
            name(one.doc_id or ""),
            each.clause,
            each.role,
            name(f"body/{each.body_id}"),
            name(f"body/{each.body_id_today}"),
            each.task,
        )
        for one in linked_samples()
        for each in one.assignments
    }
    found = {
        (
            graph.value(each, PROV.wasDerivedFrom),
            str(graph.value(each, CHITHI.clause)),
            str(graph.value(each, CHITHI.role)).removeprefix(CHITHI),
            graph.value(each, CHITHI.assignee),
            graph.value(each, CHITHI.assigneeToday),
            str(graph.value(each, CHITHI.task)),
        )
        for each in graph.subjects(RDF.type, CHITHI.Assignment)
    }
    assert found == wanted
    deadlines = {
        (each.deadline, each.deadline_date) for one in linked_samples() for each in one.assignments if each.deadline
    }
    assert {
        (str(text), str(graph.value(each, CHITHI.deadlineDate)))
        for each, text in graph.subject_objects(CHITHI.deadline)
    } == {(text, str(day)) for text, day in deadlines}


def test_nothing_is_named_that_is_not_described(tmp_path: Path) -> None:
    graph = written(linked_samples(), tmp_path)
    used = {term for _, verb, thing in graph for term in (verb, thing) if str(term).startswith("urn:chithi:")}
    assert used - set(graph.subjects()) == set()


def test_bodies_and_provinces_have_successors(tmp_path: Path) -> None:
    task = make_assignment("Sở Kế hoạch và Đầu tư", "P-SKHDT@ha-giang")
    graph = written([make_extraction(assignments=[task])], tmp_path)
    body, province = name("body/P-SKHDT@ha-giang"), name("province/ha-giang")
    assert graph.value(body, RDF.type) == ORG.FormalOrganization
    assert graph.value(body, SKOS.prefLabel) == Literal("Sở Kế hoạch và Đầu tư", "vi")
    assert graph.value(body, DCTERMS.isReplacedBy) == name("body/P-STC@tuyen-quang")
    assert graph.value(body, DCTERMS.spatial) == province
    assert graph.value(province, DCTERMS.isReplacedBy) == name("province/tuyen-quang")
    assert len(set(graph.subjects(RDF.type, ELI.AdministrativeArea))) == len(provinces()) + 1


def test_hostile_text_reads_back(tmp_path: Path) -> None:
    title = 'Về "việc" \\ a\nb\r\t<x> é 𠀀 \x00\x0b\ud800.'
    task = make_assignment(clause="Điều 5/1(2)", task=title, deadline_date="2021-12")
    graph = written([make_extraction(head=make_head(title=title), assignments=[task])], tmp_path)
    clean = Literal('Về "việc" \\ a\nb\r\t<x> é 𠀀 .', "vi")
    assert graph.value(name(f"{HUNG_YEN}/vie"), ELI.title) == clean
    subject = name(f"{HUNG_YEN}#main:{quote('Điều 5')}/1(2):lead:P-SNV@hung-yen")
    assert graph.value(subject, CHITHI.task) == clean
    assert graph.value(subject, CHITHI.deadlineDate) == Literal("2021-12", datatype=XSD.gYearMonth)


def test_two_readings_of_one_document_are_one_work(tmp_path: Path) -> None:
    readings = [make_extraction(document=make_document(source=source), citations=[make_citation()]) for source in "ba"]
    graph = written(readings, tmp_path)
    assert set(graph.objects(name(HUNG_YEN), DCTERMS.source)) == {Literal("a"), Literal("b")}
    assert set(graph.objects(name(HUNG_YEN), ELI.based_on)) == {name(DECREE)}
    assert graph.value(name(DECREE), ELI.id_local) == Literal("30/2020/NĐ-CP")


def test_an_empty_run_is_the_vocabulary(tmp_path: Path) -> None:
    graph = written([], tmp_path)
    assert set(graph.subjects(RDF.type, RDFS.Class)) == {CHITHI.Assignment}


@pytest.mark.parametrize("role", sorted(ROLES))
def test_every_role_is_described_in_both_languages(role: str, tmp_path: Path) -> None:
    labels = written([], tmp_path).objects(CHITHI[role], SKOS.prefLabel)
    assert {label.language for label in labels if isinstance(label, Literal)} == {"en", "vi"}


def test_every_relation_has_a_property() -> None:
    assert set(eli_properties()) == RELATIONS
