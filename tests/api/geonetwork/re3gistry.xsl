<?xml version="1.0" encoding="UTF-8"?>
<!-- Puts the code lists of a Re3gistry, one a language, together to a thesaurus, by the same paths as GeoNetwork. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:c="http://inspire.ec.europa.eu/codelist_register/codelist"
    xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
    xmlns:skos="http://www.w3.org/2004/02/skos/core#"
    xmlns:dc="http://purl.org/dc/elements/1.1/"
    exclude-result-prefixes="c">
  <xsl:variable name="lists" select="/documents/*"/>
  <xsl:variable name="valid" select="'registry/status/valid'"/>
  <xsl:template match="/documents">
    <rdf:RDF>
      <skos:ConceptScheme rdf:about="{$lists[1]/@id}">
        <xsl:for-each select="$lists/c:label[@xml:lang = ../c:language]">
          <dc:title><xsl:copy-of select="@xml:lang"/><xsl:value-of select="."/></dc:title>
        </xsl:for-each>
        <xsl:for-each select="$lists/c:definition[@xml:lang = ../c:language]">
          <dc:description><xsl:copy-of select="@xml:lang"/><xsl:value-of select="."/></dc:description>
        </xsl:for-each>
        <xsl:if test="$lists/c:containeditems/*/c:parents">
          <xsl:for-each select="$lists[1]/c:containeditems/*[not(c:parents)]">
            <skos:hasTopConcept rdf:resource="{@id}"/>
          </xsl:for-each>
        </xsl:if>
      </skos:ConceptScheme>
      <xsl:for-each select="$lists[1]/c:containeditems/*[
          substring(c:status/@id, string-length(c:status/@id) - string-length($valid) + 1) = $valid]">
        <xsl:variable name="id" select="@id"/>
        <skos:Concept rdf:about="{$id}">
          <xsl:for-each select="$lists/c:containeditems/*[@id = $id]">
            <xsl:for-each select="c:label[@xml:lang = ../../../c:language]">
              <skos:prefLabel><xsl:copy-of select="@xml:lang"/><xsl:value-of select="."/></skos:prefLabel>
            </xsl:for-each>
            <xsl:for-each select="c:definition[@xml:lang = ../../../c:language]">
              <skos:scopeNote><xsl:copy-of select="@xml:lang"/><xsl:value-of select="."/></skos:scopeNote>
            </xsl:for-each>
          </xsl:for-each>
          <xsl:for-each select="c:parents/c:parent"><skos:broader rdf:resource="{@id}"/></xsl:for-each>
          <xsl:for-each select="$lists[1]/c:containeditems/*[c:parents/c:parent/@id = $id]">
            <skos:narrower rdf:resource="{@id}"/>
          </xsl:for-each>
        </skos:Concept>
      </xsl:for-each>
    </rdf:RDF>
  </xsl:template>
</xsl:stylesheet>
