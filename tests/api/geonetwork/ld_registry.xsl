<?xml version="1.0" encoding="UTF-8"?>
<!-- Makes a thesaurus of what a Linked Data Registry answers, by the same paths as GeoNetwork. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
    xmlns:rdfs="http://www.w3.org/2000/01/rdf-schema#"
    xmlns:skos="http://www.w3.org/2004/02/skos/core#"
    xmlns:dc="http://purl.org/dc/elements/1.1/"
    xmlns:dcterms="http://purl.org/dc/terms/">
  <xsl:variable name="schemes" select="//skos:ConceptScheme"/>
  <xsl:template match="/">
    <rdf:RDF>
      <xsl:for-each select="$schemes">
        <skos:ConceptScheme rdf:about="{@rdf:about}">
          <xsl:for-each select="rdfs:label">
            <dc:title><xsl:copy-of select="@xml:lang"/><xsl:value-of select="."/></dc:title>
          </xsl:for-each>
          <xsl:for-each select="dcterms:description">
            <dc:description><xsl:copy-of select="@xml:lang"/><xsl:value-of select="."/></dc:description>
          </xsl:for-each>
          <dcterms:issued><xsl:value-of select="dcterms:modified"/></dcterms:issued>
          <xsl:for-each select="//skos:Concept[skos:narrower and not(skos:broader)]">
            <skos:hasTopConcept rdf:resource="{@rdf:about}"/>
          </xsl:for-each>
        </skos:ConceptScheme>
      </xsl:for-each>
      <xsl:for-each select="//skos:Concept">
        <skos:Concept rdf:about="{@rdf:about}">
          <xsl:copy-of select="skos:prefLabel"/>
          <xsl:if test="not(skos:prefLabel)">
            <xsl:for-each select="rdfs:label">
              <skos:prefLabel><xsl:copy-of select="@xml:lang"/><xsl:value-of select="."/></skos:prefLabel>
            </xsl:for-each>
          </xsl:if>
          <xsl:for-each select="dcterms:description">
            <skos:scopeNote><xsl:copy-of select="@xml:lang"/><xsl:value-of select="."/></skos:scopeNote>
          </xsl:for-each>
          <xsl:for-each select="skos:broader"><skos:broader rdf:resource="{@rdf:resource}"/></xsl:for-each>
          <xsl:for-each select="skos:narrower"><skos:narrower rdf:resource="{@rdf:resource}"/></xsl:for-each>
        </skos:Concept>
      </xsl:for-each>
    </rdf:RDF>
  </xsl:template>
</xsl:stylesheet>
