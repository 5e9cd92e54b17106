"""The preflight of a print PDF: what a print shop would call about, found before it does.

Its content is read as a press reads it (`interpreter`), every mark on a page is held to the rules (`rules`), and
pages are rendered for their ink where there is a renderer. It proves nothing: no open tool can certify PDF/X.
"""
